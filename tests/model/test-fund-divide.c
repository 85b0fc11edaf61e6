/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "category.h"
#include "financial-year.h"
#include "funds.h"
#include "model-error.h"
#include "store/error.h"

/* Random workspaces, and the same questions answered a second time by walking the records. */

#define N_FUNDS 3
#define N_ORGANISATIONS 4
#define N_ALLOCATIONS 12
#define N_PAYMENTS 50
#define N_STEPS 25

typedef struct
{
  GRand *rand;
  AccordSchema *schema;
  gint64 funds[N_FUNDS];
  gint64 organisations[N_ORGANISATIONS];
  gint64 allocations[N_ALLOCATIONS];
  gint64 allocation_funds[N_ALLOCATIONS];
  gint64 payments[N_PAYMENTS];
} World;

/* One allocation or payment, as the records say. */
typedef struct
{
  gboolean paid;
  gint64 amount;
  gint64 year;
  const char *category;
  gint64 organisation;
} Entry;

static gint64
pick (World *world, const gint64 *ids, int n)
{
  int i = g_rand_int_range (world->rand, -1, n);

  return i < 0 ? ACCORD_UNKNOWN : ids[i];
}

static const char *
pick_category (World *world, gboolean required)
{
  return accord_category_choices[g_rand_int_range (world->rand, 0, required ? 3 : 4)].value;
}

static gint64
insert (AccordWriter *writer, AccordRecord *record)
{
  g_autoptr (GError) error = NULL;

  accord_writer_insert (writer, record, &error);
  g_assert_no_error (error);
  return accord_record_get_id (record);
}

static AccordRecord *
named (World *world, const char *kind, const char *type)
{
  AccordRecord *record = accord_record_new (accord_schema_find_kind (world->schema, kind));

  accord_record_set_text (record, "name", "A name");
  accord_record_set_text (record, "type", type);
  return record;
}

static AccordRecord *
random_allocation (World *world)
{
  AccordRecord *record = accord_record_new (accord_schema_find_kind (world->schema, "allocation"));

  accord_record_set_text (record, "purpose", "A purpose");
  accord_record_set_int (record, "fund", world->funds[g_rand_int_range (world->rand, 0, N_FUNDS)]);
  accord_record_set_int (record, "organisation", pick (world, world->organisations, N_ORGANISATIONS));
  if (g_rand_boolean (world->rand))
    accord_record_set_int (record, "year", g_rand_int_range (world->rand, 2016, 2020));
  accord_record_set_text (record, "category", pick_category (world, TRUE));
  accord_record_set_int (record, "amount", g_rand_int_range (world->rand, 0, 1000000));
  return record;
}

static AccordRecord *
random_payment (World *world)
{
  AccordRecord *record = accord_record_new (accord_schema_find_kind (world->schema, "payment"));
  g_autofree char *date =
      g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (world->rand, 2016, 2020),
                       g_rand_int_range (world->rand, 1, 13), g_rand_int_range (world->rand, 1, 29));
  int allocation = g_rand_int_range (world->rand, -N_ALLOCATIONS, N_ALLOCATIONS);

  accord_record_set_text (record, "payee", "A payee");
  accord_record_set_text (record, "date", date);
  accord_record_set_int (record, "amount", g_rand_int_range (world->rand, -200000, 1000000));
  /* An allocation belongs to a fund, and a payment that names both must name that one. */
  if (allocation >= 0)
    accord_record_set_int (record, "allocation", world->allocations[allocation]);
  if (allocation < 0)
    accord_record_set_int (record, "fund", pick (world, world->funds, N_FUNDS));
  else if (g_rand_boolean (world->rand))
    accord_record_set_int (record, "fund", world->allocation_funds[allocation]);
  accord_record_set_int (record, "organisation", pick (world, world->organisations, N_ORGANISATIONS));
  accord_record_set_text (record, "category", pick_category (world, FALSE));
  return record;
}

static gboolean
populate (AccordWriter *writer, gpointer data, GError **error)
{
  World *world = data;

  for (int i = 0; i < N_FUNDS; i++)
    {
      g_autoptr (AccordRecord) record = named (world, "fund", "grant");

      if (i > 0)
        accord_record_set_int (record, "amount", g_rand_int_range (world->rand, 0, 10000000));
      world->funds[i] = insert (writer, record);
    }
  for (int i = 0; i < N_ORGANISATIONS; i++)
    {
      g_autoptr (AccordRecord) record = named (world, "organisation", "council");

      world->organisations[i] = insert (writer, record);
    }
  for (int i = 0; i < N_ALLOCATIONS; i++)
    {
      g_autoptr (AccordRecord) record = random_allocation (world);

      world->allocations[i] = insert (writer, record);
      world->allocation_funds[i] = accord_record_get_int (record, "fund");
    }
  for (int i = 0; i < N_PAYMENTS; i++)
    {
      g_autoptr (AccordRecord) record = random_payment (world);

      world->payments[i] = insert (writer, record);
    }
  return TRUE;
}

static GPtrArray *
list_all (AccordReader *reader, const char *kind)
{
  AccordSchema *schema = accord_reader_get_schema (reader);
  g_autoptr (AccordQuery) query = accord_query_new (accord_schema_find_kind (schema, kind));
  g_autoptr (GError) error = NULL;
  GPtrArray *records = accord_reader_list (reader, query, &error);

  g_assert_no_error (error);
  return records;
}

static AccordRecord *
find (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (accord_record_get_id (g_ptr_array_index (records, i)) == id)
      return g_ptr_array_index (records, i);
  return NULL;
}

static gboolean
entry_of_payment (AccordRecord *payment, GPtrArray *allocations, gint64 fund, Entry *entry)
{
  AccordRecord *allocation = find (allocations, accord_record_get_int (payment, "allocation"));
  gint64 of = accord_record_get_int (payment, "fund");

  entry->paid = TRUE;
  entry->amount = accord_record_get_int (payment, "amount");
  entry->year = accord_financial_year_of_iso (accord_record_get_text (payment, "date"));
  entry->category = accord_record_get_text (payment, "category");
  entry->organisation = accord_record_get_int (payment, "organisation");
  if (allocation != NULL)
    {
      if (of == ACCORD_UNKNOWN)
        of = accord_record_get_int (allocation, "fund");
      entry->category = accord_record_get_text (allocation, "category");
      if (accord_record_get_int (allocation, "organisation") != ACCORD_UNKNOWN)
        entry->organisation = accord_record_get_int (allocation, "organisation");
    }
  return of == fund;
}

static GArray *
entries_of (GPtrArray *allocations, GPtrArray *payments, gint64 fund)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  for (guint i = 0; i < allocations->len; i++)
    {
      AccordRecord *record = g_ptr_array_index (allocations, i);
      Entry entry = { FALSE, accord_record_get_int (record, "amount"), accord_record_get_int (record, "year"),
                      accord_record_get_text (record, "category"),
                      accord_record_get_int (record, "organisation") };

      if (accord_record_get_int (record, "fund") == fund)
        g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < payments->len; i++)
    {
      Entry entry;

      if (entry_of_payment (g_ptr_array_index (payments, i), allocations, fund, &entry))
        g_array_append_val (entries, entry);
    }
  return entries;
}

static gboolean
entry_is_of (const Entry *entry, const AccordFundPart *part, AccordFundDivision division)
{
  switch (division)
    {
    case ACCORD_FUND_BY_CATEGORY:
      return g_strcmp0 (entry->category, part->category) == 0;
    case ACCORD_FUND_BY_YEAR:
      return entry->year == part->key;
    default:
      return entry->organisation == part->key;
    }
}

static void
assert_part (const AccordFundPart *part, GArray *entries, AccordFundDivision division)
{
  gint64 allocated = 0, paid = 0, n_allocations = 0, n_payments = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (!entry_is_of (entry, part, division))
        continue;
      *(entry->paid ? &paid : &allocated) += entry->amount;
      *(entry->paid ? &n_payments : &n_allocations) += 1;
    }
  g_assert_cmpint (part->allocated, ==, allocated);
  g_assert_cmpint (part->paid, ==, paid);
  g_assert_cmpint (part->n_allocations, ==, n_allocations);
  g_assert_cmpint (part->n_payments, ==, n_payments);
  g_assert_cmpint (n_allocations + n_payments, >, 0);
  g_assert_true (part->label != NULL && *part->label != '\0');
}

/* Within half of a hundredth of one per cent, and unknown exactly where there is no whole. */
static void
assert_share (gint64 share, gint64 part, gint64 whole)
{
  if (whole <= 0)
    g_assert_cmpint (share, ==, ACCORD_UNKNOWN);
  else
    g_assert_cmpint (ABS (share * whole - part * 10000) * 2, <=, whole);
}

static void
assert_division (AccordReader *reader, const AccordFundSummary *summary, GArray *entries,
                 AccordFundDivision division)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = accord_fund_divide (reader, summary->fund, division, &error);
  gint64 allocated = 0, paid = 0, n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < parts->len; i++)
    {
      const AccordFundPart *part = g_ptr_array_index (parts, i);

      assert_part (part, entries, division);
      assert_share (part->allocated_share, part->allocated, summary->allocated);
      assert_share (part->paid_share, part->paid, summary->paid);
      allocated += part->allocated;
      paid += part->paid;
      n += part->n_allocations + part->n_payments;
    }
  g_assert_cmpint (allocated, ==, summary->allocated);
  g_assert_cmpint (paid, ==, summary->paid);
  g_assert_cmpint (n, ==, summary->n_allocations + summary->n_payments);
  g_assert_cmpint (n, ==, entries->len);
}

/* Parts in their order, and what is not known last. */
static void
assert_order (AccordReader *reader, gint64 fund)
{
  g_autoptr (GPtrArray) years = accord_fund_divide (reader, fund, ACCORD_FUND_BY_YEAR, NULL);
  g_autoptr (GPtrArray) categories = accord_fund_divide (reader, fund, ACCORD_FUND_BY_CATEGORY, NULL);

  for (guint i = 1; i < years->len; i++)
    {
      const AccordFundPart *before = g_ptr_array_index (years, i - 1), *part = g_ptr_array_index (years, i);

      g_assert_cmpint (before->key, !=, ACCORD_UNKNOWN);
      g_assert_true (part->key == ACCORD_UNKNOWN || part->key > before->key);
    }
  for (guint i = 1; i < categories->len; i++)
    {
      const AccordFundPart *before = g_ptr_array_index (categories, i - 1),
                           *part = g_ptr_array_index (categories, i);

      g_assert_cmpuint (accord_category_get_position (before->category), <,
                        accord_category_get_position (part->category));
    }
}

static void
assert_spent (AccordReader *reader, const AccordFundSummary *summary, GArray *entries)
{
  for (const AccordChoice *category = accord_category_choices; category->value != NULL; category++)
    {
      g_autoptr (GError) error = NULL;
      gint64 pence = -1, share = -1, expected = 0;
      gboolean categorised = FALSE;

      for (guint i = 0; i < entries->len; i++)
        {
          const Entry *entry = &g_array_index (entries, Entry, i);

          categorised |= entry->paid && entry->category != NULL;
          if (entry->paid && g_strcmp0 (entry->category, category->value) == 0)
            expected += entry->amount;
        }
      if (accord_fund_spent_on_category (reader, summary->fund, category->value, &pence, &share, &error))
        {
          g_assert_true (categorised && summary->paid > 0);
          g_assert_cmpint (pence, ==, expected);
          assert_share (share, pence, summary->paid);
        }
      else
        {
          g_assert_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN);
          g_assert_true (!categorised || summary->paid <= 0);
        }
    }
}

static gpointer
verify (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) allocations = list_all (reader, "allocation");
  g_autoptr (GPtrArray) payments = list_all (reader, "payment");
  g_autoptr (GPtrArray) summaries = accord_funds_summary (reader, error);

  g_assert_nonnull (summaries);
  for (guint i = 0; i < summaries->len; i++)
    {
      const AccordFundSummary *summary = g_ptr_array_index (summaries, i);
      g_autoptr (GArray) entries = entries_of (allocations, payments, summary->fund);

      if (summary->award == ACCORD_UNKNOWN)
        g_assert_cmpint (summary->uncommitted, ==, ACCORD_UNKNOWN);
      else
        {
          g_assert_cmpint (summary->uncommitted, ==, summary->award - summary->allocated);
          g_assert_cmpint (summary->left, ==, summary->award - summary->paid);
        }
      g_assert_cmpint (summary->unspent, ==, summary->allocated - summary->paid);
      assert_division (reader, summary, entries, ACCORD_FUND_BY_CATEGORY);
      assert_division (reader, summary, entries, ACCORD_FUND_BY_YEAR);
      assert_division (reader, summary, entries, ACCORD_FUND_BY_ORGANISATION);
      assert_order (reader, summary->fund);
      assert_spent (reader, summary, entries);
    }
  return reader;
}

/* Deletes or changes something at random; what is protected, or already gone, stays as it is. */
static gboolean
disturb (AccordWriter *writer, gpointer data, GError **error)
{
  World *world = data;
  gboolean payment = g_rand_int_range (world->rand, 0, 3) > 0;
  const AccordKind *kind = accord_schema_find_kind (world->schema, payment ? "payment" : "allocation");
  gint64 id = payment ? world->payments[g_rand_int_range (world->rand, 0, N_PAYMENTS)]
                      : world->allocations[g_rand_int_range (world->rand, 0, N_ALLOCATIONS)];
  g_autoptr (AccordRecord) record = NULL;

  if (g_rand_int_range (world->rand, 0, 3) > 0)
    return accord_writer_delete (writer, kind, id, error);
  record = accord_reader_get (accord_writer_get_reader (writer), kind, id, error);
  if (record == NULL)
    return FALSE;
  accord_record_set_int (record, "amount", g_rand_int_range (world->rand, 0, 1000000));
  accord_record_set_int (record, "organisation", pick (world, world->organisations, N_ORGANISATIONS));
  return accord_writer_update (writer, record, error);
}

static void
step (Fixture *fixture, World *world)
{
  g_autoptr (AccordChange) change = NULL;

  switch (g_rand_int_range (world->rand, 0, 5))
    {
    case 0:
      change = accord_workspace_undo (fixture->workspace, NULL, NULL);
      break;
    case 1:
      change = accord_workspace_redo (fixture->workspace, NULL, NULL);
      break;
    default:
      change = accord_workspace_write (fixture->workspace, "Disturb", disturb, world, NULL, NULL);
      break;
    }
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  World world = { g_rand_new_with_seed (GPOINTER_TO_UINT (data)), fixture->schema };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "Populate", populate, &world, NULL, &error);

  g_assert_no_error (error);
  for (int i = 0; i < N_STEPS; i++)
    {
      accord_workspace_read (fixture->workspace, verify, NULL, NULL, &error);
      g_assert_no_error (error);
      step (fixture, &world);
    }
  g_rand_free (world.rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/model/fund-divide/random/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_random, fixture_tear_down);
    }
  return g_test_run ();
}
