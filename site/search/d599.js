remitSearch.documents("044c88928714de17",599,[["Judgements by theme","judgements.html","",0,[[0,"","","Judgements by theme",""],[3,"","","Who judges what.",""]]]])
