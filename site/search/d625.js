remitSearch.documents("8f819ebf2c225597",625,[["Sources","sources/index.html","",0,[[0,"","","Sources",""],[3,"","","A document in which something was read.",""]]]])
