remitSearch.documents("8f819ebf2c225597",599,[["Judgements by theme","judgements.html","",0,[[0,"","","Judgements by theme",""],[3,"","","Who judges what.",""]]]])
