remitSearch.documents("a4a19703d163e7ab",611,[["Bibliography","bibliography.html","",0,[[0,"","","Bibliography",""],[3,"","","What was read, where to find it, and what each is cited for.",""]]]])
