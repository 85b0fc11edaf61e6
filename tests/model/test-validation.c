/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/error.h"

#include <string.h>

/* A record of @kind with @fields filled in, written as on the command line and parted by bars. */
static AccordRecord *
make (AccordSchema *schema, const char *kind, const char *fields)
{
  AccordRecord *record = accord_record_new (accord_schema_find_kind (schema, kind));
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *value = strchr (pairs[i], '=');
      g_autoptr (GError) error = NULL;
      int index;

      g_assert_nonnull (value);
      *value++ = '\0';
      index = accord_kind_find_field (accord_record_get_kind (record), pairs[i]);
      g_assert_cmpint (index, >=, 0);
      accord_record_parse_field (record, index, value, &error);
      g_assert_no_error (error);
    }
  return record;
}

typedef struct
{
  const char *kind;
  const char *fields;
  const char *refused; /* the label that the message begins with, or NULL where all is well */
} Rule;

static const Rule rules[] = {
  { "organisation", "name=Bury Council|type=council", NULL },
  { "organisation", "name=Bury Council|type=council|alliance-type=other", "Type of alliance" },
  { "organisation", "name=Bury LCO|type=alliance|alliance-type=local-care-organisation", NULL },
  { "organisation", "name=A|type=other|practices=25|practices-of=26|coverage=97", NULL },
  { "organisation", "name=A|type=other|practices=27|practices-of=26", "Member practices" },
  { "organisation", "name=A|type=other|coverage=100", NULL },
  { "organisation", "name=A|type=other|coverage=100.01", "Share of the population covered" },
  { "organisation", "name=A|type=other|opened=2019-04-01|closed=2019-04-01", NULL },
  { "organisation", "name=A|type=other|opened=2019-04-01|closed=2019-03-31", "Ended on" },
  { "organisation", "name=A|type=other|population=-1", "Population served" },
  { "membership", "organisation=1|alliance=2|role=partner", NULL },
  { "membership", "organisation=1|alliance=1|role=partner", "Alliance" },
  { "membership", "organisation=1|alliance=2|role=partner|from=2019-04-01|until=2018-04-01", "Until" },
  { "membership", "organisation=1|alliance=2|role=partner|until=2018-04-01", NULL },
  { "body", "name=A|from=2019-10-01|until=2019-09-30", "Until" },
  { "post", "name=A|organisations=1;2|status=vacant", NULL },
  { "post", "name=A|organisations=1|status=vacant|from=2020-01-02|until=2020-01-01", "Until" },
  { "fund", "name=A|type=grant|first-year=2016/17|last-year=2016/17", NULL },
  { "fund", "name=A|type=grant|first-year=2017/18|last-year=2016/17", "First financial year" },
  { "fund", "name=A|type=grant|amount=-1", "Amount" },
  { "payment", "payee=A|date=2019-04-01|amount=-1", NULL },
  { "programme", "name=A|from=2020-01-02|until=2020-01-01", "Until" },
  { "transfer", "service=A|from-organisation=1|to-organisation=2|status=planned", NULL },
  { "transfer", "service=A|from-organisation=1|to-organisation=1|status=planned", "To organisation" },
  { "transfer", "service=A|from-organisation=1|status=planned", "To organisation" },
  { "transfer", "service=A|from-organisation=1|status=offered", NULL },
  { "case", "name=A|stage=outline|status=draft|started=2017-07-13|decision-due=2017-07-12",
    "Decision due on" },
  { "caveat", "text=A|cases=1|state=open", NULL },
  { "caveat", "text=A|cases=1|state=answered", "Response" },
  { "caveat", "text=A|cases=1|state=accepted", "Response" },
  { "caveat", "text=A|cases=1|state=answered|response=B|answered-on=2017-09-01", NULL },
  { "caveat", "text=A|cases=1|state=open|answered-on=2017-09-01", "Answered on" },
  { "endorsement", "who=A|outcome=endorsed", "Business cases" },
  { "endorsement", "who=A|outcome=endorsed|cases=3", NULL },
  { "endorsement", "who=A|outcome=endorsed|option=3", NULL },
  { "meeting", "name=A|date=2016-09-27|next-meeting=2016-11-22", NULL },
  { "meeting", "name=A|date=2016-09-27|next-meeting=2016-07-19", "Next meeting on" },
  { "action", "text=A|state=open|updates=2016-09-27 cleared", NULL },
  { "action", "text=A|state=open|updates=? cleared\n\n  2016-09-27\tcleared  \n", NULL },
  { "action", "text=A|state=open|updates=27/09/2016 cleared", "Updates" },
  { "action", "text=A|state=open|updates=2016-09-27", "Updates" },
  { "action", "text=A|state=open|updates=? ", "Updates" },
  { "action", "text=A|state=open|updates=2016-02-30 cleared", "Updates" },
  { "action", "text=A|state=open|updates=cleared as part of year two", "Updates" },
  { "question", "text=A|asked-on=2017-07-12|answered-on=2017-07-11", "Answered on" },
  { "benefit", "measure=A|actuals=2017-03-31 12.5\n2018-03-31 -3", NULL },
  { "benefit", "measure=A|actuals=2017-03-31 12.5.1", "Actual values" },
  { "benefit", "measure=A|actuals=2017-03-31 twelve", "Actual values" },
  { "benefit", "measure=A|actuals=2017-03-31 -", "Actual values" },
  { "benefit", "measure=A|actuals=? 12.5", "Actual values" },
  { "benefit", "measure=A|actuals=12.5", "Actual values" },
  { "risk", "name=A|status=open|gross=1|net=25|target=25|previous=1", NULL },
  { "risk", "name=A|status=open|gross=0", "Gross score" },
  { "risk", "name=A|status=open|net=26", "Net score" },
  { "risk", "name=A|status=open|target=26", "Target score" },
  { "risk", "name=A|status=open|previous=0", "Previous net score" },
  { "engagement", "name=A|type=consultation|from=2016-08-15|until=2016-08-14", "Until" },
  { "claim", "text=A|state=cannot-check|threshold=100", NULL },
  { "claim", "text=A|state=cannot-check|threshold=101", "Share claimed" },
  { "source", "title=A|type=report|published=2019-04-02|fetched=2019-04-01", "Fetched on" },
  { "appraisal", "case=1|base-year=2017/18|horizon=500|price-year=2013|groups=0.5 Staff costs\n1 Estates",
    NULL },
  { "appraisal", "case=1|base-year=2017/18|horizon=0", "Years counted" },
  { "appraisal", "case=1|base-year=2017/18|horizon=501", "Years counted" },
  { "appraisal", "case=1|base-year=2017/18|horizon=5|draws=0", "Draws" },
  { "appraisal", "case=1|base-year=2017/18|horizon=5|draws=1000001", "Draws" },
  { "appraisal", "case=1|base-year=2017/18|horizon=5|price-year=2013/15", "Prices of" },
  { "appraisal", "case=1|base-year=2017/18|horizon=5|groups=1.5 Staff", "Lines that move together" },
  { "appraisal", "case=1|base-year=2017/18|horizon=5|groups=0.5", "Lines that move together" },
  { "appraisal", "case=1|base-year=2017/18|horizon=5|groups=0.5 Staff\n0.6 Staff",
    "Lines that move together" },
  { "cost",
    "name=A|option=1|sort=revenue|timing=recurrent|prices=real|amounts=2017/18 £1,500.00\n\n "
    "2018/19\t(20.50) |grade=6",
    NULL },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|amounts=2017/18", "Amounts" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|amounts=2017/19 1500.00", "Amounts" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|amounts=2017/18 1500.005", "Amounts" },
  { "cost",
    "name=A|option=1|sort=revenue|timing=recurrent|prices=real|amounts=2017/18 1\n2018/19 2\n2017/18 3",
    "Amounts" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|amounts=2017/18 10000000000000.01",
    "Amounts" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|spent=2017/18 x", "Spent" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|grade=0", "Confidence grade" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|grade=7", "Confidence grade" },
  { "cost",
    "name=A|option=1|sort=revenue|timing=recurrent|prices=real|works=standard-buildings "
    "0.7\nnon-standard-buildings 0.3",
    NULL },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|works=standard-buildings", "Works" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|works=standard-buildings 70",
    "Works" },
  { "cost",
    "name=A|option=1|sort=revenue|timing=recurrent|prices=real|mitigations=0.4 0.92 7000000.00 Site not "
    "surveyed",
    NULL },
  { "cost",
    "name=A|option=1|sort=revenue|timing=recurrent|prices=real|mitigations=0.4 0.92 Site not surveyed",
    "Mitigations" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|mitigations=0.4 1.92 0.00 Site",
    "Mitigations" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|mitigations=0.4 0.92 -1.00 Site",
    "Mitigations" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|bias-rate=2|mitigated=1", NULL },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|bias-rate=-0.1", "Optimism bias" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|mitigated=1.01", "Bias mitigated" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|spread=triangular|low=0.8|high=1.3",
    NULL },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|spread=triangular|low=0.8", "High" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|spread=pert|high=1.3", "Low" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|spread=triangular|low=1.1|high=1.3",
    "Most likely" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|spread=uniform|low=1.1|high=1.3",
    NULL },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|spread=uniform|low=1.3|high=1.3",
    "High" },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|spread=normal|high=0.1", NULL },
  { "cost", "name=A|option=1|sort=revenue|timing=recurrent|prices=real|spread=normal|high=-0.1", "High" },
  { "outcome",
    "name=A|option=1|outcome-class=fiscal|timing=recurrent|need=1200|engagement=0.6|impact=0.2|deadweight=0|"
    "phasing=2017/18 0.5",
    NULL },
  { "outcome", "name=A|option=1|outcome-class=fiscal|timing=recurrent|need=-1", "Population in need" },
  { "outcome", "name=A|option=1|outcome-class=fiscal|timing=recurrent|engagement=1.1", "Engagement" },
  { "outcome", "name=A|option=1|outcome-class=fiscal|timing=recurrent|impact=60", "Impact" },
  { "outcome", "name=A|option=1|outcome-class=fiscal|timing=recurrent|deadweight=-0.1", "Deadweight" },
  { "outcome", "name=A|option=1|outcome-class=fiscal|timing=recurrent|drop-off=1.5", "Drop-off" },
  { "outcome", "name=A|option=1|outcome-class=fiscal|timing=recurrent|cashable=2", "Cashable" },
  { "outcome", "name=A|option=1|outcome-class=fiscal|timing=recurrent|phasing=2017/18 50", "Phasing" },
  { "outcome", "name=A|option=1|outcome-class=fiscal|timing=recurrent|phasing=2017/18 half", "Phasing" },
  { "outcome", "name=A|option=1|outcome-class=fiscal|timing=recurrent|price-year=13/14",
    "Unit value in prices of" },
  { "gain", "outcome=1|organisation=1|share=1", NULL },
  { "gain", "outcome=1|organisation=1|share=1.000000001", "Share" },
  { "scenario",
    "name=A|appraisal=1|changes=* need × 0.8\n* rate - 0.01\n* horizon = 20\nx unit-value = £5.20", NULL },
  { "scenario", "name=A|appraisal=1|changes=* wishes × 0.8", "Changes" },
  { "scenario", "name=A|appraisal=1|changes=* need 0.8", "Changes" },
  { "scenario", "name=A|appraisal=1|changes=* need × many", "Changes" },
  { "scenario", "name=A|appraisal=1|changes=* rate × 2", "Changes" },
  { "scenario", "name=A|appraisal=1|changes=* lag-years × 2", "Changes" },
  { "scenario", "name=A|appraisal=1|changes=x horizon = 2", "Changes" },
};

static void
test_rules (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (AccordRecord) record = make (schema, rules[i].kind, rules[i].fields);
      g_autoptr (GError) error = NULL;
      gboolean valid = accord_record_validate (record, &error);
      g_autofree char *start = rules[i].refused != NULL ? g_strconcat (rules[i].refused, ": ", NULL) : NULL;

      if (valid != (start == NULL) || (!valid && !g_str_has_prefix (error->message, start)))
        g_error ("%s %s: %s", rules[i].kind, rules[i].fields, valid ? "let through" : error->message);
      if (!valid)
        g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID);
    }
}

/* The line that is wrong is counted as a person counts it, empty ones too. */
static void
test_line_number (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (AccordRecord) record =
      make (schema, "benefit", "measure=A|actuals=2017-03-31 1\n\n2018-03-31 x");
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_record_validate (record, &error));
  g_assert_nonnull (strstr (error->message, "3"));
}

/* A message about two dates holds both, as people read dates. */
static void
test_order_message (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (AccordRecord) record = make (schema, "programme", "name=A|from=2019-04-01|until=2018-03-31");
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_record_validate (record, &error));
  g_assert_cmpstr (error->message, ==, "Until: 31 Mar 2018 is before “From”, 1 Apr 2019.");
}

static void
test_not_itself (Fixture *fixture, gconstpointer data)
{
  static const char *const fields[][3] = {
    { "body", "accountable-to", "Accountable to" },
    { "organisation", "part-of", "Part of" },
    { "fund", "part-of", "Part of" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gint64 id = fixture_add_named (fixture, fields[i][0], "Cabinet");
      g_autoptr (AccordRecord) record = fixture_get (fixture, fields[i][0], id);

      accord_record_set_int (record, fields[i][1], id);
      fixture_assert_refused (fixture, record, fields[i][2]);
    }
}

static void
test_not_its_own_scrutiny (Fixture *fixture, gconstpointer data)
{
  gint64 ids[] = { fixture_add_named (fixture, "body", "Scrutiny"),
                   fixture_add_named (fixture, "body", "Board") };
  g_autoptr (AccordRecord) board = fixture_get (fixture, "body", ids[1]);

  accord_record_set_ids (board, "scrutinised-by", ids, 1);
  fixture_save (fixture, board);
  accord_record_set_ids (board, "scrutinised-by", ids, 2);
  fixture_assert_refused (fixture, board, "Scrutinised by");
}

static gboolean
save_field (Fixture *fixture, const char *kind, gint64 id, const char *field, gint64 value)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, kind, id);
  g_autoptr (GError) error = NULL;
  AccordChange *change;

  accord_record_set_int (record, field, value);
  change = accord_workspace_save (fixture->workspace, record, NULL, &error);
  if (change == NULL)
    g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID);
  g_clear_pointer (&change, accord_change_unref);
  return error == NULL;
}

/* Whatever is tried, in whatever order: the accountability lines never close into a ring, and nothing is
 * refused that would not close one. */
static void
test_no_ring (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N = 7
  };
  static const char *const fields[][2] = {
    { "body", "accountable-to" },
    { "organisation", "part-of" },
    { "fund", "part-of" },
  };

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (2019 + f);
      gint64 ids[N];
      int above[N];

      for (int i = 0; i < N; i++)
        {
          ids[i] = fixture_add_named (fixture, fields[f][0], "A");
          above[i] = -1;
        }
      for (int step = 0; step < 120; step++)
        {
          int child = g_rand_int_range (rand, 0, N), parent = g_rand_int_range (rand, -1, N);
          gboolean ring = FALSE;

          for (int i = parent; i >= 0 && !ring; i = above[i])
            ring = i == child;
          g_assert_cmpint (save_field (fixture, fields[f][0], ids[child], fields[f][1],
                                       parent < 0 ? ACCORD_UNKNOWN : ids[parent]),
                           ==, !ring);
          if (!ring)
            above[child] = parent;
        }
    }
}

static void
test_allocation_of_fund (Fixture *fixture, gconstpointer data)
{
  gint64 one = fixture_add_fund (fixture, "One", 100), other = fixture_add_fund (fixture, "Other", 100);
  gint64 allocation = fixture_add_allocation (fixture, one, "service", ACCORD_UNKNOWN, 2019, 50);
  g_autoptr (AccordRecord) payment = make (fixture->schema, "payment", "payee=A|date=2019-04-01|amount=1");

  accord_record_set_int (payment, "allocation", allocation);
  fixture_save (fixture, payment);
  accord_record_set_int (payment, "fund", one);
  fixture_save (fixture, payment);
  accord_record_set_int (payment, "fund", other);
  fixture_assert_refused (fixture, payment, "Allocation");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/validation/rules", test_rules);
  g_test_add_func ("/model/validation/line-number", test_line_number);
  g_test_add_func ("/model/validation/order-message", test_order_message);
  fixture_add_test ("/model/validation/not-itself", test_not_itself);
  fixture_add_test ("/model/validation/not-its-own-scrutiny", test_not_its_own_scrutiny);
  fixture_add_test ("/model/validation/no-ring", test_no_ring);
  fixture_add_test ("/model/validation/allocation-of-fund", test_allocation_of_fund);
  return g_test_run ();
}
