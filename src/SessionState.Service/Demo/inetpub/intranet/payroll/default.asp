<h1>payroll</h1>
