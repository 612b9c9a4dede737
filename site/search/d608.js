remitSearch.documents("044c88928714de17",608,[["Steps","ladder.html","",0,[[0,"","","Steps",""],[3,"","","What leads to what, on what condition, and since when each step has existed.",""]]]])
