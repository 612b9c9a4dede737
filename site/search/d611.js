remitSearch.documents("9354b63951384a65",611,[["Bibliography","bibliography.html","",0,[[0,"","","Bibliography",""],[3,"","","What was read, where to find it, and what each is cited for.",""]]]])
