remitSearch.documents("8f819ebf2c225597",620,[["Figures","figures/index.html","",0,[[0,"","","Figures",""],[3,"","","A number that somebody states about the world.",""]]]])
