remitSearch.documents("a4a19703d163e7ab",620,[["Figures","figures/index.html","",0,[[0,"","","Figures",""],[3,"","","A number that somebody states about the world.",""]]]])
