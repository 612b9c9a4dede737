remitSearch.documents("9354b63951384a65",627,[["News","news/index.html","",0,[[0,"","","News",""],[3,"","","Something that happened, as a source reports it.",""]]]])
