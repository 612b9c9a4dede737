remitSearch.documents("8f819ebf2c225597",617,[["Agencies","agencies/index.html","",0,[[0,"","","Agencies",""],[3,"","","A state or party body.",""]]]])
