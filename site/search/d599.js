remitSearch.documents("9354b63951384a65",599,[["Judgements by theme","judgements.html","",0,[[0,"","","Judgements by theme",""],[3,"","","Who judges what.",""]]]])
