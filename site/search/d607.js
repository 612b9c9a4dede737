remitSearch.documents("8f819ebf2c225597",607,[["Comparisons","compare.html","",0,[[0,"","","Comparisons",""],[3,"","","Two things side by side, and what two sources say of one thing.",""]]]])
