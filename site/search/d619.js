remitSearch.documents("a4a19703d163e7ab",619,[["Targets","targets/index.html","",0,[[0,"","","Targets",""],[3,"","","What is to be reached by when.",""]]]])
