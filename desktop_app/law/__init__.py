"""What the law says by day, the list of goods, the working days, and the counting of terms."""
