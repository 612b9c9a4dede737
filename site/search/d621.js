remitSearch.documents("044c88928714de17",621,[["Sectors","sectors/index.html","",0,[[0,"","","Sectors",""]]]])
