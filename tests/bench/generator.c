/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "generator.h"

#include <stdio.h>
#include <string.h>

static const char *const first_words[] = {
  "Albion", "Ashton",    "Beacon",   "Bridge",  "Calder",   "Castle",  "Cedar",    "Clarence", "Dale",
  "Elm",    "Fairfield", "Gorton",   "Harbour", "Heaton",   "Irwell",  "Kestrel",  "Larch",    "Maple",
  "Meadow", "Mersey",    "Moorland", "Morbury", "Northern", "Oakwood", "Pennine",  "Queens",   "Radcliffe",
  "Roch",   "Summit",    "Tame",     "Union",   "Victoria", "Walmer",  "Westgate", "Wharf",    "Yarrow",
};
static const char *const second_words[] = {
  "Care",     "Housing",     "Nursing",  "Catering",  "Transport",   "Advocacy",  "Building",
  "Learning", "Recruitment", "Supplies", "Pharmacy",  "Residential", "Fostering", "Heating",
  "Security", "Cleaning",    "Print",    "Therapies", "Equipment",   "Support",
};
static const char *const last_words[] = {
  "Ltd", "Limited", "Partnership", "CIC", "Trust", "Services", "Group", "Association", "LLP", "& Sons",
};
static const char *const subjects[] = {
  "Home care",       "Respite stay", "Agency nurses",    "Building works", "Software licences",
  "Training course", "Day service",  "Supported living", "Vehicle hire",   "Minor adaptations",
  "Meals",           "Interpreters", "Medical supplies", "Boiler repairs", "Community grant",
};
static const char *const services[] = {
  "Adults and Community",
  "Children and Families",
  "Public Health",
  "Corporate Core",
  "Housing",
  "Neighbourhoods",
  "Highways",
  "Leisure",
};
static const char *const expense_types[] = {
  "Supplies and services", "Third party payments", "Premises", "Transport", "Employees", "Transfer payments",
};
static const char paying_body[] = "Bury Council";

/* One step of a generator whose state is where it stands: good bits for any row, in no order. */
static guint64
mix (guint64 value)
{
  value += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return value ^ (value >> 31);
}

static guint
draw (guint64 *state, guint n)
{
  *state = mix (*state);
  return *state % n;
}

#define PICK(state, words) words[draw (state, G_N_ELEMENTS (words))]

static void
make_name (guint64 seed, gint64 number, char name[BENCH_PAYEE_SIZE])
{
  guint64 state = mix (seed ^ mix (number));
  const char *first = PICK (&state, first_words);
  const char *second = PICK (&state, second_words);
  const char *last = PICK (&state, last_words);

  g_snprintf (name, BENCH_PAYEE_SIZE, "%s %s %s %" G_GINT64_FORMAT, first, second, last, number);
}

/**
 * bench_payment_make:
 * @size: the workspace
 * @row: number of the payment, from 0
 * @payment: (out caller-allocates): what it says
 *
 * Makes one payment. Dates are in no order: that is the dearest case for a list by date.
 */
void
bench_payment_make (const BenchSize *size, gint64 row, BenchPayment *payment)
{
  guint64 state = mix (size->seed ^ (guint64) row);
  /* Few payees get most payments, as in every council's books. */
  double share = draw (&state, 1000000) / 1e6;
  guint year = 2014 + draw (&state, 8);
  guint month = 1 + draw (&state, 12);

  payment->organisation = share * share * size->n_organisations;
  make_name (size->seed, payment->organisation, payment->payee);
  g_snprintf (payment->date, sizeof payment->date, "%04u-%02u-%02u", year, month, 1 + draw (&state, 28));
  payment->pence = 50000 + draw (&state, 400000) + (draw (&state, 20) == 0 ? draw (&state, 90000000) : 0);
  if (draw (&state, 50) == 0)
    payment->pence = -payment->pence;
  g_snprintf (payment->reference, sizeof payment->reference, "51%08" G_GINT64_FORMAT, row);
  g_snprintf (payment->description, sizeof payment->description, "%s %04u-%02u", PICK (&state, subjects),
              year, month);
  payment->service = PICK (&state, services);
  payment->expense_type = PICK (&state, expense_types);
  payment->paying_body = paying_body;
  payment->line = row + 2;
}

/**
 * bench_write_csv:
 * @size: the workspace
 * @path: the file to write
 * @error: return location for an error
 *
 * Writes all payments as a council's spend file.
 */
gboolean
bench_write_csv (const BenchSize *size, const char *path, GError **error)
{
  FILE *file = fopen (path, "we");
  BenchPayment payment;
  gboolean failed;

  if (file == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s cannot be written", path);
      return FALSE;
    }
  fputs ("Body Name,Service Area,Expenses Type,Payment Date,Transaction Number,Net Amount,Supplier "
         "Name,Description\n",
         file);
  for (gint64 row = 0; row < size->n_payments; row++)
    {
      bench_payment_make (size, row, &payment);
      fprintf (file, "%s,%s,%s,%.2s/%.2s/%.4s,%s,%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT ",%s,%s\n",
               payment.paying_body, payment.service, payment.expense_type, payment.date + 8, payment.date + 5,
               payment.date, payment.reference, payment.pence < 0 ? "-" : "", ABS (payment.pence) / 100,
               ABS (payment.pence) % 100, payment.payee, payment.description);
    }
  failed = ferror (file);
  if (fclose (file) != 0 || failed)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s could not be written", path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_organisations (AccordWriter *writer, const BenchSize *size, GArray *ids, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  const AccordKind *kind = accord_schema_find_kind (schema, "organisation");

  for (gint64 i = 0; i < size->n_organisations; i++)
    {
      g_autoptr (AccordRecord) record = accord_record_new (kind);
      char name[BENCH_PAYEE_SIZE];
      gint64 id;

      make_name (size->seed, i, name);
      accord_record_set_text (record, "name", name);
      accord_record_set_text (record, "type", i % 3 == 0 ? "company" : "voluntary");
      if (!accord_writer_insert (writer, record, error))
        return FALSE;
      id = accord_record_get_id (record);
      g_array_append_val (ids, id);
    }
  return TRUE;
}

static gboolean
add_cases (AccordWriter *writer, const BenchSize *size, GArray *organisations, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  const AccordKind *kind = accord_schema_find_kind (schema, "case");

  for (gint64 i = 0; i < size->n_cases; i++)
    {
      g_autoptr (AccordRecord) record = accord_record_new (kind);
      g_autofree char *title = NULL;
      guint64 state = mix (size->seed ^ ~(guint64) i);

      title = g_strdup_printf ("%s and %s, case %" G_GINT64_FORMAT, PICK (&state, services),
                               PICK (&state, subjects), i + 1);
      accord_record_set_text (record, "name", title);
      accord_record_set_text (record, "stage", "strategic-outline");
      accord_record_set_text (record, "status", "draft");
      if (organisations->len > 0)
        accord_record_set_int (record, "organisation",
                               g_array_index (organisations, gint64, draw (&state, organisations->len)));
      if (!accord_writer_insert (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
add_fund (AccordWriter *writer, guint number, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  g_autoptr (AccordRecord) record = accord_record_new (accord_schema_find_kind (schema, "fund"));
  g_autofree char *name = g_strdup_printf ("Fund %u", number);

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "type", "grant");
  return accord_writer_insert (writer, record, error) ? accord_record_get_id (record) : 0;
}

static gboolean
add_payments (AccordWriter *writer, const BenchSize *size, GArray *organisations, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  const AccordKind *kind = accord_schema_find_kind (schema, "payment");
  gint64 funds[40];
  BenchPayment payment;

  for (guint i = 0; i < G_N_ELEMENTS (funds); i++)
    {
      funds[i] = add_fund (writer, i + 1, error);
      if (funds[i] == 0)
        return FALSE;
    }
  if (!accord_writer_begin_bulk (writer, kind, size->n_payments, error))
    return FALSE;
  for (gint64 i = 0; i < size->n_payments; i++)
    {
      g_autoptr (AccordRecord) record = accord_record_new (kind);

      bench_payment_make (size, i, &payment);
      accord_record_set_text (record, "payee", payment.payee);
      accord_record_set_text (record, "date", payment.date);
      accord_record_set_int (record, "amount", payment.pence);
      accord_record_set_text (record, "reference", payment.reference);
      accord_record_set_text (record, "description", payment.description);
      accord_record_set_text (record, "service", payment.service);
      accord_record_set_text (record, "expense-type", payment.expense_type);
      accord_record_set_text (record, "paying-body", payment.paying_body);
      accord_record_set_int (record, "line", payment.line);
      accord_record_set_int (record, "fund", funds[mix (i) % G_N_ELEMENTS (funds)]);
      accord_record_set_int (record, "organisation",
                             g_array_index (organisations, gint64, payment.organisation));
      if (!accord_writer_insert (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (AccordWriter *writer, gpointer data, GError **error)
{
  const BenchSize *size = data;
  g_autoptr (GArray) organisations = g_array_new (FALSE, FALSE, sizeof (gint64));

  return add_organisations (writer, size, organisations, error)
         && add_cases (writer, size, organisations, error)
         && add_payments (writer, size, organisations, error);
}

/**
 * bench_fill_workspace:
 * @workspace: an empty workspace
 * @size: how much goes into it
 * @error: return location for an error
 *
 * Fills a workspace in one change, by the way that everything takes.
 */
gboolean
bench_fill_workspace (AccordWorkspace *workspace, const BenchSize *size, GError **error)
{
  g_autoptr (AccordChange) change =
      accord_workspace_write (workspace, "Fill", fill, (gpointer) size, NULL, error);

  return change != NULL;
}
