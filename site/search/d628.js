remitSearch.documents("8f819ebf2c225597",628,[["Assessments","assessments/index.html","",0,[[0,"","","Assessments",""],[3,"","","Judgements, each its author's own.",""]]]])
