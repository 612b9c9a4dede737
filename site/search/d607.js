remitSearch.documents("9354b63951384a65",607,[["Comparisons","compare.html","",0,[[0,"","","Comparisons",""],[3,"","","Two things side by side, and what two sources say of one thing.",""]]]])
