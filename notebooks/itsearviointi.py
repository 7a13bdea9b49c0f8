# %% [markdown]
# # Verkoston itsearviointi
#
# Vastaa yksin tai pöydän kesken. Vastaukset pysyvät tässä selaimessa, ja profiili piirtyy alle sitä
# mukaa kuin vastaat. Jos työpaja on käynnissä, liity siihen koodilla.

# %%
import verkostotyokalut as vt

assessment = vt.Assessment("ydinelementit")
vt.JoinByCode(assessment)

# %%
assessment

# %%
vt.OwnProfile(assessment)
