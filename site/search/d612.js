remitSearch.documents("044c88928714de17",612,[["Coverage","coverage.html","",0,[[0,"","","Coverage",""],[3,"","","How much there is, and what is still missing.",""]]]])
