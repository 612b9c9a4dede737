remitSearch.documents("8f819ebf2c225597",627,[["News","news/index.html","",0,[[0,"","","News",""],[3,"","","Something that happened, as a source reports it.",""]]]])
