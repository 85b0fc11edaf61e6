/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "fund-family.h"
#include "fund-flow.h"
#include "fund-rows.h"
#include "total.h"

#define POUNDS(n) ((gint64) (n) *100)
#define ROUNDS 12

static const char *const categories[] = { "service", "enabling", "organisational-structure" };

typedef struct
{
  gint64 fund;
  AccordFundSummary *summary;
  GPtrArray *leaves;
  GPtrArray *parts[3];
} Read;

static gpointer
read_fund (AccordReader *reader, gpointer data, GError **error)
{
  Read *self = data;

  self->summary = accord_fund_summary (reader, self->fund, error);
  self->leaves = accord_fund_leaves (reader, self->fund, error);
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    self->parts[i] = accord_fund_divide (reader, self->fund, i, error);
  return self->summary != NULL && self->leaves != NULL ? self : NULL;
}

static void
read_clear (Read *self)
{
  accord_fund_summary_free (self->summary);
  g_ptr_array_unref (self->leaves);
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_ptr_array_unref (self->parts[i]);
}

static void
read_into (Fixture *fixture, Read *self)
{
  g_autoptr (GError) error = NULL;

  accord_workspace_read (fixture->workspace, read_fund, self, NULL, &error);
  g_assert_no_error (error);
}

static AccordFundFlow *
flow_of (const Read *read, AccordFundDivision division, guint most)
{
  g_autoptr (GError) error = NULL;
  AccordFundFlow *flow = accord_fund_flow_new (read->summary, read->leaves, division, most, &error);

  g_assert_no_error (error);
  return flow;
}

/* Each penny once: the ends come to their group, the groups to the fund. */
static void
assert_conserved (const AccordFundFlow *flow, const AccordFundSummary *summary)
{
  gint64 allocated = 0, paid = 0, n_allocations = 0, n_payments = 0;

  for (guint g = 0; g < flow->groups->len; g++)
    {
      const AccordFundGroup *group = flow->groups->pdata[g];
      gint64 end_allocated = 0, end_paid = 0;

      g_assert_cmpuint (group->ends->len, >, 0);
      for (guint e = 0; e < group->ends->len; e++)
        {
          const AccordFundEnd *end = group->ends->pdata[e];

          end_allocated += end->allocated;
          end_paid += end->paid;
        }
      g_assert_cmpint (end_allocated, ==, group->allocated);
      g_assert_cmpint (end_paid, ==, group->paid);
      allocated += group->allocated;
      paid += group->paid;
      n_allocations += group->n_allocations;
      n_payments += group->n_payments;
    }
  g_assert_cmpint (allocated, ==, summary->allocated);
  g_assert_cmpint (paid, ==, summary->paid);
  g_assert_cmpint (n_allocations, ==, summary->n_allocations);
  g_assert_cmpint (n_payments, ==, summary->n_payments);
  if (flow->award != ACCORD_UNKNOWN)
    g_assert_cmpint ((flow->by_payments ? paid : allocated) + flow->rest - flow->beyond, ==, flow->award);
}

typedef struct
{
  AccordQuery *query;
  AccordTotal total;
} Asked;

static gpointer
read_total (AccordReader *reader, gpointer data, GError **error)
{
  Asked *asked = data;

  return accord_reader_total (reader, asked->query,
                              accord_kind_find_field (accord_query_get_kind (asked->query), "amount"),
                              &asked->total, error)
             ? asked
             : NULL;
}

static void
assert_lists (Fixture *fixture, AccordQuery *query, gint64 sum, gint64 n)
{
  g_autoptr (GError) error = NULL;
  Asked asked = { query };

  accord_workspace_read (fixture->workspace, read_total, &asked, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (asked.total.sum, ==, sum);
  g_assert_cmpint (asked.total.count, ==, n);
}

/* A part lists exactly the rows of one of its two sums. */
static void
assert_part_lists (Fixture *fixture, AccordQuery *query, gint64 allocated, gint64 n_allocations, gint64 paid,
                   gint64 n_payments)
{
  if (query == NULL)
    return;
  if (g_str_equal (accord_query_get_kind (query)->name, "payment"))
    assert_lists (fixture, query, paid, n_payments);
  else
    assert_lists (fixture, query, allocated, n_allocations);
}

static void
assert_flow_lists (Fixture *fixture, const AccordFundFlow *flow)
{
  for (guint g = 0; g < flow->groups->len; g++)
    {
      const AccordFundGroup *group = flow->groups->pdata[g];

      assert_part_lists (fixture, group->rows, group->allocated, group->n_allocations, group->paid,
                         group->n_payments);
      for (guint e = 0; e < group->ends->len; e++)
        {
          const AccordFundEnd *end = group->ends->pdata[e];

          assert_part_lists (fixture, end->rows, end->allocated, end->n_allocations, end->paid,
                             end->n_payments);
        }
    }
}

/* What a figure says it is made from comes to the figure. */
static void
assert_payments_list (Fixture *fixture, const Read *read)
{
  g_autoptr (AccordQuery) all = accord_fund_payments (read->fund);

  assert_lists (fixture, all, read->summary->paid, read->summary->n_payments);
  for (guint i = 0; i < read->parts[ACCORD_FUND_BY_CATEGORY]->len; i++)
    {
      const AccordFundPart *part = read->parts[ACCORD_FUND_BY_CATEGORY]->pdata[i];
      g_autoptr (AccordQuery) rows = accord_fund_payments_of_category (read->fund, part->category);

      assert_lists (fixture, rows, part->paid, part->n_payments);
    }
  for (guint i = 0; i < read->parts[ACCORD_FUND_BY_YEAR]->len; i++)
    {
      const AccordFundPart *part = read->parts[ACCORD_FUND_BY_YEAR]->pdata[i];
      g_autoptr (AccordQuery) rows = accord_fund_payments_of_year (read->fund, part->key);

      assert_lists (fixture, rows, part->paid, part->n_payments);
    }
}

static void
set_workstream (Fixture *fixture, gint64 allocation, gint64 workstream, const char *purpose)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, "allocation", allocation);

  accord_record_set_int (record, "workstream", workstream);
  accord_record_set_text (record, "purpose", purpose);
  fixture_save (fixture, record);
}

static gint64
draw (gint64 *ids, guint n)
{
  return g_test_rand_bit () ? ids[g_test_rand_int_range (0, n)] : ACCORD_UNKNOWN;
}

static gint64
add_workstream (Fixture *fixture, gint64 programme, const char *name)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "workstream");

  accord_record_set_text (record, "name", name);
  accord_record_set_int (record, "programme", programme);
  accord_record_set_text (record, "type", "priority-area");
  return fixture_save (fixture, record);
}

/* What the test itself added, summed without the functions under test. */
typedef struct
{
  gint64 allocated[4];
  gint64 paid[4];
} Brute;

static guint
place_of (const char *category)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_strcmp0 (category, categories[i]) == 0)
      return i;
  return 3;
}

static void
fill (Fixture *fixture, gint64 fund, Brute *brute)
{
  gint64 organisations[] = { fixture_add_named (fixture, "organisation", "One"),
                             fixture_add_named (fixture, "organisation", "Two") };
  gint64 programme = fixture_add_named (fixture, "programme", "Programme");
  gint64 workstreams[] = { add_workstream (fixture, programme, "A"),
                           add_workstream (fixture, programme, "B") };
  gint64 allocations[8];
  const char *of[8];
  guint n = g_test_rand_int_range (0, 8);

  for (guint i = 0; i < n; i++)
    {
      gint64 pence = g_test_rand_int_range (0, 1 << 30);

      of[i] = categories[g_test_rand_int_range (0, 3)];
      allocations[i] = fixture_add_allocation (fixture, fund, of[i], draw (organisations, 2),
                                               g_test_rand_int_range (2017, 2020), pence);
      set_workstream (fixture, allocations[i], draw (workstreams, 2), g_test_rand_bit () ? "This" : "That");
      brute->allocated[place_of (of[i])] += pence;
    }
  for (int i = g_test_rand_int_range (0, 25); i > 0; i--)
    {
      gint64 pence = g_test_rand_int_range (-(1 << 20), 1 << 28);
      int which = n > 0 && g_test_rand_bit () ? g_test_rand_int_range (0, n) : -1;
      const char *own = g_test_rand_bit () ? categories[g_test_rand_int_range (0, 3)] : NULL;
      g_autofree char *date =
          g_strdup_printf ("%d-%02d-15", g_test_rand_int_range (2017, 2021), g_test_rand_int_range (1, 13));

      fixture_add_payment (fixture, which >= 0 && g_test_rand_bit () ? ACCORD_UNKNOWN : fund,
                           which >= 0 ? allocations[which] : ACCORD_UNKNOWN, own, draw (organisations, 2),
                           date, pence);
      brute->paid[which >= 0 ? place_of (of[which]) : place_of (own)] += pence;
    }
}

static void
assert_categories (const AccordFundFlow *flow, const Brute *brute)
{
  gint64 allocated[4] = { 0 }, paid[4] = { 0 };

  for (guint i = 0; i < flow->groups->len; i++)
    {
      const AccordFundGroup *group = flow->groups->pdata[i];
      guint place = MIN (group->colour, 3);

      allocated[place] += group->allocated;
      paid[place] += group->paid;
    }
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpint (allocated[i], ==, brute->allocated[i]);
      g_assert_cmpint (paid[i], ==, brute->paid[i]);
    }
}

static void
test_any (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      Read read = { fixture_add_fund (fixture, "Fund",
                                      g_test_rand_bit () ? (gint64) g_test_rand_int_range (0, G_MAXINT32) * 4
                                                         : ACCORD_UNKNOWN) };
      Brute brute = { 0 };

      fill (fixture, read.fund, &brute);
      read_into (fixture, &read);
      assert_payments_list (fixture, &read);
      for (int division = ACCORD_FUND_BY_CATEGORY; division <= ACCORD_FUND_BY_ORGANISATION; division++)
        for (guint most = 0; most < 4; most++)
          {
            g_autoptr (AccordFundFlow) flow = flow_of (&read, division, most);

            assert_conserved (flow, read.summary);
            if (most == 0)
              assert_flow_lists (fixture, flow);
            if (division == ACCORD_FUND_BY_CATEGORY)
              assert_categories (flow, &brute);
          }
      read_clear (&read);
    }
}

/* The largest first, what goes beyond six together; what was paid without an allocation is said. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  Read read = { fixture_add_fund (fixture, "Fund", POUNDS (1000)) };
  g_autoptr (AccordFundFlow) flow = NULL;
  const AccordFundGroup *group;
  const AccordFundEnd *end;

  for (int i = 1; i <= 9; i++)
    {
      gint64 id = fixture_add_allocation (fixture, read.fund, "service", ACCORD_UNKNOWN, 2019, POUNDS (i));
      g_autofree char *purpose = g_strdup_printf ("Purpose %d", i);

      set_workstream (fixture, id, ACCORD_UNKNOWN, purpose);
    }
  fixture_add_payment (fixture, read.fund, ACCORD_UNKNOWN, "service", ACCORD_UNKNOWN, "2019-05-01",
                       POUNDS (4));
  read_into (fixture, &read);
  flow = flow_of (&read, ACCORD_FUND_BY_CATEGORY, ACCORD_FUND_FLOW_MAX);
  g_assert_cmpint (flow->rest, ==, POUNDS (955));
  g_assert_cmpuint (flow->groups->len, ==, 1);
  group = flow->groups->pdata[0];
  g_assert_cmpuint (group->ends->len, ==, ACCORD_FUND_FLOW_MAX + 1);
  end = group->ends->pdata[0];
  g_assert_cmpstr (end->label, ==, "Purpose 9");
  g_assert_nonnull (end->rows);
  end = group->ends->pdata[ACCORD_FUND_FLOW_MAX];
  g_assert_cmpstr (end->label, ==, "4 others");
  g_assert_cmpint (end->allocated, ==, POUNDS (6));
  g_assert_cmpint (end->paid, ==, POUNDS (4));
  g_assert_null (end->rows);
  read_clear (&read);
}

/* Without allocations the payments are what flows; more than the fund holds is said. */
static void
test_by_payments (Fixture *fixture, gconstpointer data)
{
  Read read = { fixture_add_fund (fixture, "Fund", POUNDS (10)) };
  g_autoptr (AccordFundFlow) flow = NULL;

  fixture_add_payment (fixture, read.fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-05-01", POUNDS (14));
  read_into (fixture, &read);
  flow = flow_of (&read, ACCORD_FUND_BY_ORGANISATION, 0);
  g_assert_true (flow->by_payments);
  g_assert_cmpint (flow->beyond, ==, POUNDS (4));
  g_assert_cmpint (flow->rest, ==, 0);
  g_assert_cmpint (accord_fund_flow_weigh (flow, 0, POUNDS (14)), ==, POUNDS (14));
  g_assert_cmpint (accord_fund_flow_weigh (flow, 0, -1), ==, 0);
  read_clear (&read);
}

/* The list that an end opens holds just what the end was made from. */
typedef struct
{
  AccordQuery *query;
  gint64 count;
} Count;

static gpointer
count_rows (AccordReader *reader, gpointer data, GError **error)
{
  Count *self = data;

  self->count = accord_reader_count (reader, self->query, error);
  return self;
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  Read read = { fixture_add_fund (fixture, "Fund", POUNDS (10)) };
  gint64 other = fixture_add_fund (fixture, "Other", POUNDS (10));
  gint64 one = fixture_add_named (fixture, "organisation", "One");

  fixture_add_allocation (fixture, other, "service", one, 2019, 1);
  for (int i = 0; i < 5; i++)
    {
      gint64 id = fixture_add_allocation (fixture, read.fund, categories[i % 3], i % 2 ? one : ACCORD_UNKNOWN,
                                          2018 + i % 2, 100 + i);

      set_workstream (fixture, id, ACCORD_UNKNOWN, i < 3 ? "This" : "That");
      fixture_add_payment (fixture, read.fund, id, NULL, ACCORD_UNKNOWN, "2020-02-01", 1);
    }
  fixture_add_payment (fixture, read.fund, ACCORD_UNKNOWN, "enabling", one, "2020-02-01", 1);
  read_into (fixture, &read);
  for (int division = ACCORD_FUND_BY_CATEGORY; division <= ACCORD_FUND_BY_ORGANISATION; division++)
    {
      g_autoptr (AccordFundFlow) flow = flow_of (&read, division, 0);

      for (guint g = 0; g < flow->groups->len; g++)
        {
          const AccordFundGroup *group = flow->groups->pdata[g];

          for (guint e = 0; e < group->ends->len; e++)
            {
              const AccordFundEnd *end = group->ends->pdata[e];
              Count count = { end->rows };
              gboolean payments = g_str_equal (accord_query_get_kind (end->rows)->name, "payment");
              g_autoptr (GError) error = NULL;

              accord_workspace_read (fixture->workspace, count_rows, &count, NULL, &error);
              g_assert_no_error (error);
              if (division != ACCORD_FUND_BY_YEAR)
                g_assert_cmpint (count.count, ==, payments ? end->n_payments : end->n_allocations);
              else
                g_assert_cmpint (count.count, >, 0);
            }
        }
    }
  read_clear (&read);
}

static gpointer
read_family (AccordReader *reader, gpointer data, GError **error)
{
  return accord_fund_family (reader, *(gint64 *) data, error);
}

/* Shares of shares are not added again, nor is what the larger fund pays itself. */
static void
test_family (Fixture *fixture, gconstpointer data)
{
  gint64 whole = fixture_add_fund (fixture, "Whole", POUNDS (100));
  gint64 ids[3] = { fixture_add_fund (fixture, "Bury", POUNDS (19)),
                    fixture_add_fund (fixture, "Ashton", ACCORD_UNKNOWN),
                    fixture_add_fund (fixture, "Part of Bury", POUNDS (7)) };
  const gint64 larger[3] = { whole, whole, ids[0] };
  g_autoptr (AccordFundFamily) family = NULL, part = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (AccordRecord) record = fixture_get (fixture, "fund", ids[i]);

      accord_record_set_int (record, "part-of", larger[i]);
      fixture_save (fixture, record);
      fixture_add_payment (fixture, ids[i], ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-05-01",
                           POUNDS (1 + i));
    }
  fixture_add_payment (fixture, whole, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-05-01", POUNDS (50));
  family = accord_workspace_read (fixture->workspace, read_family, &whole, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (family->larger);
  g_assert_cmpuint (family->shares->len, ==, 2);
  g_assert_cmpint (family->award, ==, POUNDS (19));
  g_assert_cmpint (family->paid, ==, POUNDS (3));
  g_assert_cmpint (family->n_unknown, ==, 1);
  part = accord_workspace_read (fixture->workspace, read_family, &ids[2], NULL, &error);
  g_assert_cmpstr (part->larger->name, ==, "Bury");
  g_assert_cmpuint (part->shares->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/model/fund-flow/any", test_any);
  fixture_add_test ("/model/fund-flow/together", test_together);
  fixture_add_test ("/model/fund-flow/by-payments", test_by_payments);
  fixture_add_test ("/model/fund-flow/rows", test_rows);
  fixture_add_test ("/model/fund-flow/family", test_family);
  return g_test_run ();
}
