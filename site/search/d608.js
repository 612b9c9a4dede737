remitSearch.documents("a4a19703d163e7ab",608,[["Steps","ladder.html","",0,[[0,"","","Steps",""],[3,"","","What leads to what, on what condition, and since when each step has existed.",""]]]])
