remitSearch.documents("a4a19703d163e7ab",621,[["Sectors","sectors/index.html","",0,[[0,"","","Sectors",""]]]])
