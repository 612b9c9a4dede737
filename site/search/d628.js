remitSearch.documents("044c88928714de17",628,[["Assessments","assessments/index.html","",0,[[0,"","","Assessments",""],[3,"","","Judgements, each its author's own.",""]]]])
