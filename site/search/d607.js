remitSearch.documents("a4a19703d163e7ab",607,[["Comparisons","compare.html","",0,[[0,"","","Comparisons",""],[3,"","","Two things side by side, and what two sources say of one thing.",""]]]])
