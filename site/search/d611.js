remitSearch.documents("044c88928714de17",611,[["Bibliography","bibliography.html","",0,[[0,"","","Bibliography",""],[3,"","","What was read, where to find it, and what each is cited for.",""]]]])
