remitSearch.documents("9354b63951384a65",621,[["Sectors","sectors/index.html","",0,[[0,"","","Sectors",""]]]])
