remitSearch.documents("044c88928714de17",618,[["Programmes","programmes/index.html","",0,[[0,"","","Programmes",""],[3,"","","A tier, action, fund or park that policies set up or use.",""]]]])
