remitSearch.documents("9354b63951384a65",618,[["Programmes","programmes/index.html","",0,[[0,"","","Programmes",""],[3,"","","A tier, action, fund or park that policies set up or use.",""]]]])
