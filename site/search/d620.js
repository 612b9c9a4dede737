remitSearch.documents("044c88928714de17",620,[["Figures","figures/index.html","",0,[[0,"","","Figures",""],[3,"","","A number that somebody states about the world.",""]]]])
