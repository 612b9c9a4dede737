remitSearch.documents("a4a19703d163e7ab",625,[["Sources","sources/index.html","",0,[[0,"","","Sources",""],[3,"","","A document in which something was read.",""]]]])
