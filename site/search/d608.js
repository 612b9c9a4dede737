remitSearch.documents("9354b63951384a65",608,[["Steps","ladder.html","",0,[[0,"","","Steps",""],[3,"","","What leads to what, on what condition, and since when each step has existed.",""]]]])
