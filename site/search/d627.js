remitSearch.documents("044c88928714de17",627,[["News","news/index.html","",0,[[0,"","","News",""],[3,"","","Something that happened, as a source reports it.",""]]]])
