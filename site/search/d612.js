remitSearch.documents("a4a19703d163e7ab",612,[["Coverage","coverage.html","",0,[[0,"","","Coverage",""],[3,"","","How much there is, and what is still missing.",""]]]])
