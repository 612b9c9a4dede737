remitSearch.documents("a4a19703d163e7ab",628,[["Assessments","assessments/index.html","",0,[[0,"","","Assessments",""],[3,"","","Judgements, each its author's own.",""]]]])
