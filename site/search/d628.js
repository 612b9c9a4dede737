remitSearch.documents("9354b63951384a65",628,[["Assessments","assessments/index.html","",0,[[0,"","","Assessments",""],[3,"","","Judgements, each its author's own.",""]]]])
