remitSearch.documents("044c88928714de17",625,[["Sources","sources/index.html","",0,[[0,"","","Sources",""],[3,"","","A document in which something was read.",""]]]])
