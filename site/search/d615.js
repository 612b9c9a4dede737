remitSearch.documents("044c88928714de17",615,[["Measures","measures/index.html","",0,[[0,"","","Measures",""],[3,"","","A step or a duty that a policy orders, with those responsible for it.",""]]]])
