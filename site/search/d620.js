remitSearch.documents("9354b63951384a65",620,[["Figures","figures/index.html","",0,[[0,"","","Figures",""],[3,"","","A number that somebody states about the world.",""]]]])
