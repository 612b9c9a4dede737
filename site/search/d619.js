remitSearch.documents("8f819ebf2c225597",619,[["Targets","targets/index.html","",0,[[0,"","","Targets",""],[3,"","","What is to be reached by when.",""]]]])
