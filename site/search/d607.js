remitSearch.documents("044c88928714de17",607,[["Comparisons","compare.html","",0,[[0,"","","Comparisons",""],[3,"","","Two things side by side, and what two sources say of one thing.",""]]]])
