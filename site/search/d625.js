remitSearch.documents("9354b63951384a65",625,[["Sources","sources/index.html","",0,[[0,"","","Sources",""],[3,"","","A document in which something was read.",""]]]])
