remitSearch.documents("a4a19703d163e7ab",617,[["Agencies","agencies/index.html","",0,[[0,"","","Agencies",""],[3,"","","A state or party body.",""]]]])
