remitSearch.documents("8f819ebf2c225597",621,[["Sectors","sectors/index.html","",0,[[0,"","","Sectors",""]]]])
