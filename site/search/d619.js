remitSearch.documents("044c88928714de17",619,[["Targets","targets/index.html","",0,[[0,"","","Targets",""],[3,"","","What is to be reached by when.",""]]]])
