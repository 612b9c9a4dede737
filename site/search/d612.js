remitSearch.documents("8f819ebf2c225597",612,[["Coverage","coverage.html","",0,[[0,"","","Coverage",""],[3,"","","How much there is, and what is still missing.",""]]]])
