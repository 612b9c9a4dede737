remitSearch.documents("a4a19703d163e7ab",618,[["Programmes","programmes/index.html","",0,[[0,"","","Programmes",""],[3,"","","A tier, action, fund or park that policies set up or use.",""]]]])
