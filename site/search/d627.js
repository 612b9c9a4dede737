remitSearch.documents("a4a19703d163e7ab",627,[["News","news/index.html","",0,[[0,"","","News",""],[3,"","","Something that happened, as a source reports it.",""]]]])
