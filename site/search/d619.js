remitSearch.documents("9354b63951384a65",619,[["Targets","targets/index.html","",0,[[0,"","","Targets",""],[3,"","","What is to be reached by when.",""]]]])
