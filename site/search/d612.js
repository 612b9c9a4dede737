remitSearch.documents("9354b63951384a65",612,[["Coverage","coverage.html","",0,[[0,"","","Coverage",""],[3,"","","How much there is, and what is still missing.",""]]]])
