"""Who a document is from (ส่วนราชการเจ้าของหนังสือ), and what bears it out."""
