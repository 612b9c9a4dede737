remitSearch.documents("a4a19703d163e7ab",599,[["Judgements by theme","judgements.html","",0,[[0,"","","Judgements by theme",""],[3,"","","Who judges what.",""]]]])
